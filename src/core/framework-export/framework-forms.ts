// The kinds of file that a framework can be exported as.

/** `folder` is the format that people edit and Skillmap reads; it travels as a zip archive. */
export const FRAMEWORK_FORMS = ['folder', 'json', 'csv', 'xlsx', 'markdown'] as const
export type FrameworkForm = (typeof FRAMEWORK_FORMS)[number]

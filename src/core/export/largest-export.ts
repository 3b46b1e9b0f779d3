// How large a file may be that an export is imported from again: one number for the page, the command and the server.

/** Bytes. `client_max_body_size` in `deploy/nginx.conf` lets as many through. */
export const MOST_EXPORT_BYTES = 32_000_000

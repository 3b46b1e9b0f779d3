// Links that download a framework version, one for each form.
import { useId } from 'react'

import { FRAMEWORK_FORMS } from '../../core/framework-export/framework-forms.ts'
import { frameworkExportWords } from '../words/framework-export.ts'

/** `headingLevel` fits the page around it. */
export function FrameworkExportLinks({ digest, headingLevel = 2 }: { digest: string; headingLevel?: 2 | 3 }) {
  const id = useId()
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id}>
      <Heading id={id}>{frameworkExportWords.title}</Heading>
      <p>{frameworkExportWords.about}</p>
      <ul>
        {FRAMEWORK_FORMS.map((form) => {
          const [name, about] = frameworkExportWords.forms[form]
          return (
            <li key={form}>
              <a href={`/api/frameworks/${digest}/export?as=${form}`} download>
                {name}
              </a>
              , {about}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

// Above the title of each page of the organisation: back to all of them.
import { Link } from '@tanstack/react-router'
import { organisationWords } from '../words/organisation.ts'

export function OrganisationLink() {
  return <Link to="/organisation">{organisationWords.back}</Link>
}

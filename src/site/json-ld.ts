// What the pages say to search engines, in the words of schema.org.
import type { Framework, Role, Skill } from '../core/framework/framework.ts'
import { expectationOf } from '../core/framework/look-up.ts'

const CONTEXT = 'https://schema.org'

/** Relative addresses are read from the page they stand on. */
export function frameworkData(framework: Framework, description: string) {
  return {
    '@context': CONTEXT,
    '@type': 'DefinedTermSet',
    name: framework.name,
    description,
    version: framework.version,
    inLanguage: framework.language,
    hasDefinedTerm: framework.skills.map((skill) => ({
      '@type': 'DefinedTerm',
      name: skill.name,
      termCode: skill.id,
      url: `skills/${skill.id}.html`,
    })),
  }
}

export function roleData(framework: Framework, role: Role) {
  const skills = framework.skills.filter((skill) => expectationOf(framework, role.id, skill.id).level > 0)
  return {
    '@context': CONTEXT,
    '@type': 'Occupation',
    name: role.name,
    ...(role.purpose === undefined ? {} : { description: role.purpose }),
    inLanguage: framework.language,
    skills: skills.map((skill) => ({
      '@type': 'DefinedTerm',
      name: skill.name,
      url: `../skills/${skill.id}.html`,
    })),
  }
}

export function skillData(framework: Framework, skill: Skill) {
  return {
    '@context': CONTEXT,
    '@type': 'DefinedTerm',
    name: skill.name,
    termCode: skill.id,
    description: skill.definition,
    inLanguage: framework.language,
    inDefinedTermSet: { '@type': 'DefinedTermSet', name: framework.name, url: '../index.html' },
  }
}

export function pageData(framework: Framework, name: string, description: string) {
  return { '@context': CONTEXT, '@type': 'WebPage', name, description, inLanguage: framework.language }
}

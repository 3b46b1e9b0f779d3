// A person, who may or may not have an account.

export interface Person {
  id: string
  displayName: string | null
}

// What stands in the field of what was told, for as long as this window is open: it comes back from another page, and is written nowhere.

let text = ''

export const toldText = {
  read: () => text,
  put: (next: string) => {
    text = next
  },
}

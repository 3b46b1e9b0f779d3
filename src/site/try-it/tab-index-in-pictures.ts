// Lets parts of a picture take the keyboard's focus: Preact writes the attribute as React spells it, which SVG does not know.
import { options } from 'preact'

const before = options.vnode
options.vnode = (vnode) => {
  const props = vnode.props as Record<string, unknown> | null
  if (typeof vnode.type === 'string' && props !== null && 'tabIndex' in props) {
    props.tabindex = props.tabIndex
    delete props.tabIndex
  }
  before?.(vnode)
}

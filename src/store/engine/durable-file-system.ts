// PGlite's Node file system with the one thing it lacks: fsync that reaches the disk.

import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** How many fsync calls reached the operating system: the proof that a commit is more than a promise. */
export interface FsyncCount {
  files: number
  folders: number
  /** The first fsync that failed, or what else the engine died of. Nothing may follow it. */
  failure: Error | null
}

interface NodeStream {
  nfd: number
}

interface FileNode {
  mode: number
}

/** The part of Emscripten's Node file system that is mended here. */
interface EmscriptenNodeFs {
  realPath(node: FileNode): string
  stream_ops: { fsync?: (stream: NodeStream) => number }
  node_ops: {
    mknod(parent: FileNode, name: string, mode: number, dev: number): FileNode
    rename(oldNode: FileNode, newParent: FileNode, newName: string): void
    unlink(parent: FileNode, name: string): void
  }
}

type EmscriptenOptions = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts']
type InitArguments = Parameters<NodeFS['init']>

export class DurableNodeFs extends NodeFS {
  readonly fsyncs: FsyncCount = { files: 0, folders: 0, failure: null }

  override async init(
    pg: InitArguments[0],
    options: InitArguments[1],
  ): Promise<{ emscriptenOpts: EmscriptenOptions }> {
    const started = await super.init(pg, options)
    const mend = (module: unknown): void => mendNodeFs(findNodeFs(module), this.fsyncs)
    const preRun = [mend, ...((started.emscriptenOpts.preRun ?? []) as ((module: unknown) => void)[])]
    return { emscriptenOpts: { ...started.emscriptenOpts, preRun: preRun as never } }
  }
}

// It moved between PGlite 0.5.14 and 0.5.16. Without it there is no durability, so starting is refused.
function findNodeFs(module: unknown): EmscriptenNodeFs {
  const candidate = module as {
    NODEFS?: EmscriptenNodeFs
    FS?: { filesystems?: { NODEFS?: EmscriptenNodeFs } }
  }
  const found = candidate.NODEFS ?? candidate.FS?.filesystems?.NODEFS
  if (found === undefined)
    throw new Error('This PGlite has no NODEFS to mend: commits would not reach the disk.')
  return found
}

function mendNodeFs(nodeFs: EmscriptenNodeFs, count: FsyncCount): void {
  // Thrown as it is, through the engine and out of it (see `stopOnFailure`), which is not used again after this.
  const guarded = (sync: () => void): void => {
    try {
      sync()
    } catch (error) {
      count.failure ??= error as Error
      throw error
    }
  }
  nodeFs.stream_ops.fsync = (stream) => {
    guarded(() => fsyncSync(stream.nfd))
    count.files += 1
    return 0
  }
  if (process.platform === 'win32') return
  // Postgres's own fsync of a folder never arrives here, so a new, renamed or removed name is made lasting at once.
  const { mknod, rename, unlink } = nodeFs.node_ops
  const syncFolder = (folder: string): void => {
    guarded(() => fsyncFolder(folder))
    count.folders += 1
  }
  nodeFs.node_ops.mknod = (parent, name, mode, dev) => {
    const node = mknod(parent, name, mode, dev)
    syncFolder(nodeFs.realPath(parent))
    return node
  }
  nodeFs.node_ops.rename = (oldNode, newParent, newName) => {
    const from = dirname(nodeFs.realPath(oldNode))
    rename(oldNode, newParent, newName)
    const to = nodeFs.realPath(newParent)
    syncFolder(to)
    if (from !== to) syncFolder(from)
  }
  nodeFs.node_ops.unlink = (parent, name) => {
    unlink(parent, name)
    syncFolder(nodeFs.realPath(parent))
  }
}

/** Makes the names in a folder lasting. Windows cannot open a folder, and needs it less. */
export function fsyncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes every file and folder below a folder lasting. */
export function fsyncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) fsyncTree(path)
    else if (entry.isFile()) fsyncFile(path)
  }
  fsyncFolder(folder)
}

function fsyncFile(path: string): void {
  // Windows flushes only what is open for writing.
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

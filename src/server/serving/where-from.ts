// Where a request comes from: the address of the connection, or what trusted reverse proxies say of theirs.

/** What is looked at of a connection. */
export interface Connection {
  incoming?: { socket: { remoteAddress?: string | undefined } }
}

/**
 * Each proxy appends the address it was asked from, so the last entries are theirs and anything before was written by
 * whoever asks. With no trusted proxy the header is not looked at.
 */
export function whereFrom(request: Request, connection: Connection, trustedProxies: number): string {
  const direct = connection.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustedProxies === 0) return oneSubscriber(direct)
  const said = (request.headers.get('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  return oneSubscriber(said.at(-trustedProxies) || direct)
}

/** One household or office has 2^64 addresses of version 6, and should not have as many tries. */
function oneSubscriber(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 64)
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain
}

// Keeps every connection of this test process on this machine. The bot runs with its production settings, in which the
// hosts of Microsoft's login are fixed (MSAL insists on the real name and on TLS), so the two names are led to a server on
// the loopback instead of a product setting being made for tests. All clients that botbuilder uses (MSAL and node-fetch
// over node:https, azure-rest-pipeline over node:http, axios) and fetch open their sockets through one method of node:net,
// so that is the one place that is replaced: nothing is resolved, and whatever asks for another host is refused and noted.
import net from 'node:net';
import tls from 'node:tls';

interface Target {
  readonly host?: string;
  readonly port?: number | string;
  readonly path?: string | null;
}

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

export interface LoopbackOnly {
  /** Hosts that something tried to reach and that are neither the loopback nor routed: a test is to fail if there are any. */
  readonly refused: string[];
}

let installed: LoopbackOnly | undefined;

/**
 * For this process, once; the routes stay for its life, as does the trust.
 * @param hosts names that are led to the port on 127.0.0.1 where they are asked for on 443
 * @param ca PEM of the certificate that the server behind the port shows
 */
export function keepOnLoopback(hosts: readonly string[], port: number, ca: string): LoopbackOnly {
  if (installed !== undefined) throw new Error('The loopback is routed already.');
  const refused: string[] = [];
  const proto = net.Socket.prototype as unknown as { connect: Connect };
  const connect = proto.connect;
  proto.connect = function (this: net.Socket, ...args: unknown[]) {
    const place = targetOf(args);
    if (place === undefined || typeof place.path === 'string') return connect.apply(this, args);
    const host = place.host ?? 'localhost';
    if (LOOPBACK.has(host)) return connect.apply(this, args);
    if (hosts.includes(host) && Number(place.port) === 443)
      return connect.apply(this, withTarget(args, { host: '127.0.0.1', port }));
    refused.push(`${host}:${place.port}`);
    process.nextTick(() =>
      this.destroy(Object.assign(new Error(`no way to ${host} from a test`), { code: 'ENETUNREACH' })),
    );
    return this;
  };
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ca]);
  installed = { refused };
  return installed;
}

/** What `connect` is called with: options, options in an array (from net.connect), or port and host. */
function targetOf(args: readonly unknown[]): Target | undefined {
  const [first, second] = args;
  if (Array.isArray(first)) return targetOf(first);
  if (typeof first === 'object' && first !== null) return first as Target;
  return { port: first as number, ...(typeof second === 'string' ? { host: second } : {}) };
}

function withTarget(args: unknown[], place: { readonly host: string; readonly port: number }): unknown[] {
  const [first, second] = args;
  if (Array.isArray(first)) {
    // The array is marked with a symbol of node's own, so it is changed and not copied.
    first[0] = { ...first[0], ...place };
    return args;
  }
  if (typeof first === 'object') return [{ ...first, ...place }, ...args.slice(1)];
  return [place.port, place.host, ...args.slice(typeof second === 'string' ? 2 : 1)];
}

// The one public HTTP server: health for whoever watches, and the paths of the chat platforms.
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { listenOn } from '../lib/listen-on.ts';

export interface HttpServerOptions {
  /** 0: any free port. */
  readonly port: number;
  /** Undefined: every address, for platforms that call in. */
  readonly host: string | undefined;
  readonly slack: RequestListener | undefined;
  readonly teams?: RequestListener | undefined;
  /** Resolves while the desk can work. */
  ready(): Promise<unknown>;
}

/** @throws AppError `http.port_taken`, `http.listen` */
export async function createHttpServer(options: HttpServerOptions): Promise<Server> {
  const server = createServer((request, response) => void route(options, request, response));
  await listenOn(server, options.port, options.host);
  return server;
}

async function route(
  options: HttpServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (path === '/slack/events' && options.slack) return options.slack(request, response);
  if (path === '/api/messages' && options.teams) return options.teams(request, response);
  if (path === '/healthz') return answer(response, 200, 'ok');
  if (path === '/readyz') {
    return options.ready().then(
      () => answer(response, 200, 'ready'),
      () => answer(response, 503, 'not ready'),
    );
  }
  answer(response, 404, 'There is nothing here.');
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on a free port that gives answers in turn and keeps what it was asked. */
export class AnswerServer {
  /** Path and query of each request, in order. */
  readonly asked: string[] = [];
  private readonly answers: Answer[] = [];
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      this.asked.push(request.url ?? '');
      const answer = this.answers.shift() ?? ((last) => last.writeHead(500).end('no answer left'));
      answer(response, request);
    });
  }

  static async start(): Promise<AnswerServer> {
    const server = new AnswerServer();
    await new Promise<void>((resolve) => server.server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  url(path: string): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}${path}`;
  }

  /** What is answered next. */
  will(...answers: Answer[]): void {
    this.asked.length = 0;
    this.answers.splice(0, Number.POSITIVE_INFINITY, ...answers);
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

export const text =
  (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, headers).end(body);

export const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);

/** Sends the head of a body, then cuts the connection. */
export const cut =
  (body: Buffer, bytes: number, headers: Record<string, string> = {}): Answer =>
  (response) => {
    response.writeHead(200, { 'content-length': String(body.length), ...headers });
    response.write(body.subarray(0, bytes), () => setTimeout(() => response.destroy(), 50));
  };

/** Closes the connection without a word. */
export const hangUp: Answer = (response) => {
  response.destroy();
};

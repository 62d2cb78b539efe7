/**
 * The practical limit: parses the JSON of a request and writes the frames of a recorded run, each at its recorded time;
 * a recording at full speed is written without pauses.
 */
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TimedFrame } from './measure.ts';

const [, , recording = ''] = process.argv;
const frames = JSON.parse(readFileSync(recording, 'utf8')) as readonly TimedFrame[];

function play(response: ServerResponse, from: number, startedAt: number): void {
  for (let index = from; index < frames.length; index += 1) {
    const frame = frames[index];
    if (!frame) break;
    const early = frame.atMs - (performance.now() - startedAt);
    if (early > 1) {
      setTimeout(() => play(response, index, startedAt), early);
      return;
    }
    response.write(frame.text);
  }
  response.end();
}

const server = createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (chunk: string) => {
    body += chunk;
  });
  request.on('end', () => {
    JSON.parse(body);
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    play(response, 0, performance.now());
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

import http from 'node:http';
import { Readable } from 'node:stream';

/** As fetch(), from a loopback address of one's own: each person has the limits of an address to themselves. */
export const fetchFrom = (localAddress) => (url, { method = 'GET', headers = {}, body, signal } = {}) => new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, localAddress, signal, agent: false }, (response) => {
        const bare = response.statusCode === 204 || response.statusCode === 304;

        response.on('error', () => {});
        resolve(new Response(bare ? null : Readable.toWeb(response), { status: response.statusCode, headers: flat(response.headers) }));
        bare && response.resume();
    });

    request.on('error', reject);
    request.end(body);
});

const flat = (headers) => Object.entries(headers).map(([name, value]) => [name, String(value)]);

import { type LookupAddress, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ClaimgraphError } from '../../domain/index.js';

const refused = (message: string): ClaimgraphError =>
  new ClaimgraphError('BAD_USER_INPUT', message);

/**
 * Checks what can be told of an address before it is called.
 *
 * @throws ClaimgraphError for anything but http(s), for credentials in it, and for a private host
 */
export function checkUrl(text: string, allowPrivate: boolean): URL {
  if (!URL.canParse(text)) throw refused(`${text}: this is no address.`);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw refused(`${url.href}: only http and https addresses are read.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused(`${url.host}: addresses with a user name or password are not read.`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A host that is an address is not looked up, so it is checked here.
  if (!allowPrivate && ipaddr.isValid(host)) checkAddress(host, url.hostname);
  return url;
}

/** Looks a host up for a connection and refuses private addresses, whatever name they hide behind. */
export function guardedLookup(allowPrivate: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      try {
        if (!allowPrivate) for (const { address } of addresses) checkAddress(address, hostname);
      } catch (refusal) {
        return done(refusal as Error, '', 0);
      }
      if (options.all) return (done as unknown as AllDone)(null, addresses);
      const [first] = addresses;
      done(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

type AllDone = (error: null, addresses: readonly LookupAddress[]) => void;

/** @throws ClaimgraphError for an address that is not a public one */
function checkAddress(address: string, hostname: string): void {
  // An IPv4 address within IPv6 is judged as what it is.
  if (ipaddr.process(address).range() === 'unicast') return;
  throw refused(
    `${hostname}: this is a private address (${address}); it is read only with --allow-private-addresses.`,
  );
}

/**
 * Version of the rules and their data. Any change that can alter what is read from a text raises it, so
 * that stored readings can be told apart and read again.
 */
export const EXTRACTOR_VERSION = '0.11.0';

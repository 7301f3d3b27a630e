import type { DataSource } from 'typeorm';

/** An open database, for those who only hand it on to the queries. */
export type Database = DataSource;

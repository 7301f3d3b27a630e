import { CreateSchema1700000000000 } from './1700000000000-CreateSchema.js';
import { CreateViews1700000100000 } from './1700000100000-CreateViews.js';

/** Every migration, oldest first. Append only: what has been released is never edited. */
export const MIGRATIONS = [CreateSchema1700000000000, CreateViews1700000100000];

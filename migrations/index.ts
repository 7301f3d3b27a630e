import { CreateSchema1700000000000 } from './1700000000000-CreateSchema.js';
import { CreateViews1700000100000 } from './1700000100000-CreateViews.js';
import { IndexListsAndKeepHistory1700000200000 } from './1700000200000-IndexListsAndKeepHistory.js';
import { QueueRuns1700000300000 } from './1700000300000-QueueRuns.js';
import { IndexScores1700000400000 } from './1700000400000-IndexScores.js';
import { SampleFewerDocuments1700000500000 } from './1700000500000-SampleFewerDocuments.js';
import { SortHeadsOfLists1700000600000 } from './1700000600000-SortHeadsOfLists.js';
import { CountPapersOfNames1700000700000 } from './1700000700000-CountPapersOfNames.js';
import { RankLikeTheApi1700000800000 } from './1700000800000-RankLikeTheApi.js';
import { AnswerFromIndexes1700000900000 } from './1700000900000-AnswerFromIndexes.js';
import { KeepSearchedWords1700001000000 } from './1700001000000-KeepSearchedWords.js';
import { KeepSettingKeys1700001100000 } from './1700001100000-KeepSettingKeys.js';

/** Every migration, oldest first. Append only: what has been released is never edited. */
export const MIGRATIONS = [
  CreateSchema1700000000000,
  CreateViews1700000100000,
  IndexListsAndKeepHistory1700000200000,
  QueueRuns1700000300000,
  IndexScores1700000400000,
  SampleFewerDocuments1700000500000,
  SortHeadsOfLists1700000600000,
  CountPapersOfNames1700000700000,
  RankLikeTheApi1700000800000,
  AnswerFromIndexes1700000900000,
  KeepSearchedWords1700001000000,
  KeepSettingKeys1700001100000,
];

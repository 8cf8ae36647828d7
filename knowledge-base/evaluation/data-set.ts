import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchableArticle } from '../src/search/collect-postings';

export interface LabelledQuestion {
  question: string;
  /** Ids of the articles that answer it. Empty: it is out of scope. */
  relevant: readonly string[];
}

export interface DataSet {
  articles: readonly SearchableArticle[];
  questions: readonly LabelledQuestion[];
}

/** A set cannot be read: says which file, which line, and what is wrong with it. */
export class DataSetError extends Error {
  readonly code = 'bad-data-set';
}

/**
 * Reads `articles.jsonl` ({id, title, queries, text}) and `questions.jsonl` ({question, relevant}) of a folder.
 * @throws DataSetError
 */
export async function readDataSet(folder: string): Promise<DataSet> {
  const articles = await readLines(join(folder, 'articles.jsonl'), (row, complain): SearchableArticle => {
    const { id, title = '', queries = [], text = '' } = row;
    if (typeof id !== 'string' || id === '') return complain('id must be a text');
    if (typeof title !== 'string' || typeof text !== 'string') return complain('title and text must be texts');
    return { id, title, category: '', queries: textsOf(queries) ?? complain('queries must be texts'), text };
  });
  const questions = await readLines(join(folder, 'questions.jsonl'), (row, complain): LabelledQuestion => {
    const { question, relevant } = row;
    if (typeof question !== 'string') return complain('question must be a text');
    return { question, relevant: textsOf(relevant) ?? complain('relevant must be ids of articles') };
  });
  if (articles.length === 0 || questions.length === 0) throw new DataSetError(`${folder} has no articles or questions`);
  return { articles, questions };
}

async function readLines<Row>(
  file: string,
  read: (row: Record<string, unknown>, complain: (reason: string) => never) => Row,
): Promise<Row[]> {
  const content = await readFile(file, 'utf8').catch((error: Error) => {
    throw new DataSetError(`${file} cannot be read: ${error.message}`, { cause: error });
  });
  return content.split('\n').flatMap((line, position) => {
    const complain = (reason: string): never => {
      throw new DataSetError(`${file}:${position + 1}: ${reason}`);
    };
    return line.trim() === '' ? [] : [read(toObject(line) ?? complain('is not a JSON object'), complain)];
  });
}

function toObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

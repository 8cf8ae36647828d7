export { enqueueJob, enqueueJobs, type JobOptions } from './jobs';
export {
  inTransaction,
  openPool,
  type Pool,
  type PoolClient,
  type PoolOptions,
  type Queryable,
  writeTogether,
} from './pool';
export { type OwnedSchema, requireSchemaVersion, SchemaVersionError } from './schema-version';

// A column of JSON, for the tables of every noun.

import type { ColumnType } from 'kysely'

/** Written as text, read back as what it stands for. */
export type Json<Value> = ColumnType<Value, string, string>

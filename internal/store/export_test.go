package store

// DueSQL is the tick's statement, for the test that reads its plan.
const DueSQL = dueSQL

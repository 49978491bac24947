CREATE TABLE "documents" (
	"client_id" text NOT NULL,
	"path" text NOT NULL,
	"hash" text NOT NULL,
	"skipped" text,
	"read_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"id" integer PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "documents_path" ON "documents" USING btree ("client_id","path");--> statement-breakpoint
CREATE INDEX "search_entries_key" ON "search_entries" USING btree ("client_id","kind","key");--> statement-breakpoint
CREATE TABLE "search_words" (
	"id" integer PRIMARY KEY NOT NULL REFERENCES "search_entries"("id") ON DELETE CASCADE,
	"words" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_words_words" ON "search_words" USING gin ("words");

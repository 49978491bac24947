CREATE TABLE `documents` (
	`client_id` text NOT NULL,
	`path` text NOT NULL,
	`hash` text NOT NULL,
	`skipped` text,
	`read_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `documents_path` ON `documents` (`client_id`,`path`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_entries_key` ON `search_entries` (`client_id`,`kind`,`key`);--> statement-breakpoint
CREATE VIRTUAL TABLE `search_index` USING fts5(scope, title, words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');

CREATE TABLE `conversations` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`user_id` text,
	`reference` text NOT NULL,
	`gone` integer NOT NULL,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_channel` ON `conversations` (`platform`,`tenant`,`channel`);--> statement-breakpoint
CREATE INDEX `conversations_user` ON `conversations` (`platform`,`tenant`,`user_id`);--> statement-breakpoint
CREATE TABLE `mcp_tools` (
	`id` text PRIMARY KEY NOT NULL,
	`server` text NOT NULL,
	`client_id` text NOT NULL,
	`tool` text NOT NULL,
	`hash` text NOT NULL,
	`definition` text NOT NULL,
	`changed_hash` text,
	`changed_definition` text,
	`seen_at` integer NOT NULL,
	`accepted_by` text,
	`accepted_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mcp_tools_name` ON `mcp_tools` (`server`,`client_id`,`tool`);--> statement-breakpoint
CREATE TABLE `model_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`client_id` text NOT NULL,
	`at` integer NOT NULL,
	`model` text NOT NULL,
	`outcome` text NOT NULL,
	`requests` integer NOT NULL,
	`prompt_tokens` integer NOT NULL,
	`cached_tokens` integer NOT NULL,
	`completion_tokens` integer NOT NULL,
	`reasoning_tokens` integer NOT NULL,
	`estimated` integer NOT NULL,
	`latency_ms` integer NOT NULL,
	`cost_micros` integer,
	`currency` text
);
--> statement-breakpoint
CREATE INDEX `model_runs_client` ON `model_runs` (`client_id`,`at`);--> statement-breakpoint
CREATE INDEX `model_runs_ticket` ON `model_runs` (`ticket_id`);--> statement-breakpoint
DROP INDEX `outbox_state`;--> statement-breakpoint
DROP INDEX `outbox_subject`;--> statement-breakpoint
DROP INDEX `outbox_target`;--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`id`) WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject`) WHERE "outbox"."subject" is not null;--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`target`) WHERE "outbox"."target" is not null;--> statement-breakpoint
DROP INDEX `jobs_due`;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`) WHERE "jobs"."done_at" is null;--> statement-breakpoint
DROP INDEX `tickets_thread`;--> statement-breakpoint
CREATE INDEX `tickets_thread` ON `tickets` (`thread_key`,`id`);
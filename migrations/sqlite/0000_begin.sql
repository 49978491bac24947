CREATE TABLE `approvals` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`plan_id` text NOT NULL,
	`plan_hash` text NOT NULL,
	`client_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`half` text NOT NULL,
	`manager_email` text,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_by_name` text,
	`decided_at` integer,
	`reason` text,
	`tell_requester` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`reminded_at` integer,
	`used_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_number` ON `approvals` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `approvals_plan` ON `approvals` (`plan_id`,`half`);--> statement-breakpoint
CREATE INDEX `approvals_status` ON `approvals` (`status`,`expires_at`);--> statement-breakpoint
CREATE INDEX `approvals_ticket` ON `approvals` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`verb` text NOT NULL,
	`subject` text NOT NULL,
	`client_id` text,
	`digest` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `audit_head` (
	`id` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit_words` (
	`seq` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`summary` text NOT NULL,
	`state` text NOT NULL,
	`asked_by` text NOT NULL,
	`asked_at` integer NOT NULL,
	`applies_at` integer,
	`decided_by` text,
	`decided_at` integer
);
--> statement-breakpoint
CREATE INDEX `changes_state` ON `changes` (`state`);--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`idx` integer NOT NULL,
	`ticket_id` text NOT NULL,
	`client_id` text NOT NULL,
	`recipient_email` text NOT NULL,
	`for_name` text NOT NULL,
	`sealed` text,
	`expires_at` integer NOT NULL,
	`opened_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_step` ON `deliveries` (`run_id`,`idx`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`tenant` text NOT NULL,
	`user_id` text NOT NULL,
	`person_id` text,
	`state` text NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`proposed_client_id` text,
	`reason` text,
	`seen_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_user` ON `identities` (`platform`,`tenant`,`user_id`);--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`event_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_event` ON `inbox` (`source`,`event_id`);--> statement-breakpoint
CREATE INDEX `inbox_at` ON `inbox` (`at`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`lease_until` integer,
	`lease_token` integer NOT NULL,
	`tries` integer NOT NULL,
	`last_error` text,
	`done_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`);--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`conversation` text NOT NULL,
	`kind` text NOT NULL,
	`recipient` text NOT NULL,
	`content` text NOT NULL,
	`only_for` text,
	`subject` text,
	`target` text,
	`state` text NOT NULL,
	`next_at` integer NOT NULL,
	`tries` integer NOT NULL,
	`ref` text,
	`last_error` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_subject` ON `outbox` (`subject`);--> statement-breakpoint
CREATE INDEX `outbox_target` ON `outbox` (`target`);--> statement-breakpoint
CREATE TABLE `desk_overrides` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`client_id` text NOT NULL,
	`time_zone` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`client_id` text NOT NULL,
	`body` text NOT NULL,
	`hash` text NOT NULL,
	`prose` text NOT NULL,
	`status` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `plans_ticket` ON `plans` (`ticket_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `run_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`idx` integer NOT NULL,
	`tool` text NOT NULL,
	`status` text NOT NULL,
	`attempt` integer NOT NULL,
	`result` text,
	`error` text,
	`started_at` integer,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `run_steps_idx` ON `run_steps` (`run_id`,`idx`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`client_id` text NOT NULL,
	`status` text NOT NULL,
	`error` text,
	`created_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `runs_plan` ON `runs` (`plan_id`);--> statement-breakpoint
CREATE INDEX `runs_ticket` ON `runs` (`ticket_id`);--> statement-breakpoint
CREATE INDEX `runs_status` ON `runs` (`status`);--> statement-breakpoint
CREATE TABLE `sandbox_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`key` text NOT NULL,
	`change` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sandbox_changes_key` ON `sandbox_changes` (`client_id`,`key`);--> statement-breakpoint
CREATE TABLE `secrets` (
	`id` text PRIMARY KEY NOT NULL,
	`scope` text NOT NULL,
	`name` text NOT NULL,
	`sealed` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `secrets_name` ON `secrets` (`scope`,`name`);--> statement-breakpoint
CREATE TABLE `step_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`run_id` text NOT NULL,
	`idx` integer NOT NULL,
	`n` integer NOT NULL,
	`idempotency_key` text NOT NULL,
	`sealed` text,
	`started_at` integer NOT NULL,
	`ended_at` integer,
	`outcome` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `step_attempts_n` ON `step_attempts` (`run_id`,`idx`,`n`);--> statement-breakpoint
CREATE TABLE `ticket_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`kind` text NOT NULL,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `ticket_entries_ticket` ON `ticket_entries` (`ticket_id`,`id`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`client_id` text NOT NULL,
	`requester_id` text NOT NULL,
	`submitter_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`type` text,
	`type_by` text,
	`address` text NOT NULL,
	`message` text,
	`thread_key` text NOT NULL,
	`source` text NOT NULL,
	`verified` integer NOT NULL,
	`assignee_id` text,
	`planning` text NOT NULL,
	`questions` integer NOT NULL,
	`attachments` text NOT NULL,
	`hand_off_reason` text,
	`rating` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`resolved_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`number`);--> statement-breakpoint
CREATE INDEX `tickets_thread` ON `tickets` (`thread_key`);--> statement-breakpoint
CREATE INDEX `tickets_requester` ON `tickets` (`requester_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `tickets_state` ON `tickets` (`state`,`created_at`);
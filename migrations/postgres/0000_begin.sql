CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"plan_id" text NOT NULL,
	"plan_hash" text NOT NULL,
	"client_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"half" text NOT NULL,
	"manager_email" text,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_by_name" text,
	"decided_at" timestamp (3) with time zone,
	"reason" text,
	"tell_requester" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"reminded_at" timestamp (3) with time zone,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"client_id" text,
	"digest" text NOT NULL,
	"prev" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_words" (
	"seq" integer PRIMARY KEY NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"summary" text NOT NULL,
	"state" text NOT NULL,
	"asked_by" text NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"applies_at" timestamp (3) with time zone,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"idx" integer NOT NULL,
	"ticket_id" text NOT NULL,
	"client_id" text NOT NULL,
	"recipient_email" text NOT NULL,
	"for_name" text NOT NULL,
	"sealed" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"opened_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"user_id" text NOT NULL,
	"person_id" text,
	"state" text NOT NULL,
	"email" text,
	"name" text NOT NULL,
	"proposed_client_id" text,
	"reason" text,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"event_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"payload" jsonb NOT NULL,
	"run_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"lease_token" integer NOT NULL,
	"tries" integer NOT NULL,
	"last_error" text,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"conversation" text NOT NULL,
	"kind" text NOT NULL,
	"recipient" jsonb NOT NULL,
	"content" jsonb NOT NULL,
	"only_for" jsonb,
	"subject" text,
	"target" text,
	"state" text NOT NULL,
	"next_at" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	"ref" jsonb,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "desk_overrides" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"client_id" text NOT NULL,
	"time_zone" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"client_id" text NOT NULL,
	"body" text NOT NULL,
	"hash" text NOT NULL,
	"prose" jsonb NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_steps" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"idx" integer NOT NULL,
	"tool" text NOT NULL,
	"status" text NOT NULL,
	"attempt" integer NOT NULL,
	"result" jsonb,
	"error" text,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"client_id" text NOT NULL,
	"status" text NOT NULL,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sandbox_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"key" text NOT NULL,
	"change" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"id" text PRIMARY KEY NOT NULL,
	"scope" text NOT NULL,
	"name" text NOT NULL,
	"sealed" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "step_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"run_id" text NOT NULL,
	"idx" integer NOT NULL,
	"n" integer NOT NULL,
	"idempotency_key" text NOT NULL,
	"sealed" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "ticket_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"kind" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"client_id" text NOT NULL,
	"requester_id" text NOT NULL,
	"submitter_id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"type" text,
	"type_by" text,
	"address" jsonb NOT NULL,
	"message" jsonb,
	"thread_key" text NOT NULL,
	"source" text NOT NULL,
	"verified" boolean NOT NULL,
	"assignee_id" text,
	"planning" jsonb NOT NULL,
	"questions" integer NOT NULL,
	"attachments" jsonb NOT NULL,
	"hand_off_reason" text,
	"rating" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_number" ON "approvals" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "approvals_plan" ON "approvals" USING btree ("plan_id","half");--> statement-breakpoint
CREATE INDEX "approvals_status" ON "approvals" USING btree ("status","expires_at");--> statement-breakpoint
CREATE INDEX "approvals_ticket" ON "approvals" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject","seq");--> statement-breakpoint
CREATE INDEX "changes_state" ON "changes" USING btree ("state");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_step" ON "deliveries" USING btree ("run_id","idx");--> statement-breakpoint
CREATE UNIQUE INDEX "identities_user" ON "identities" USING btree ("platform","tenant","user_id");--> statement-breakpoint
CREATE INDEX "identities_person" ON "identities" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_event" ON "inbox" USING btree ("source","event_id");--> statement-breakpoint
CREATE INDEX "inbox_at" ON "inbox" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("key");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("done_at","run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_key" ON "outbox" USING btree ("key");--> statement-breakpoint
CREATE INDEX "outbox_state" ON "outbox" USING btree ("state","id");--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "outbox_target" ON "outbox" USING btree ("target");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "plans_ticket" ON "plans" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "run_steps_idx" ON "run_steps" USING btree ("run_id","idx");--> statement-breakpoint
CREATE UNIQUE INDEX "runs_plan" ON "runs" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "runs_ticket" ON "runs" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "runs_status" ON "runs" USING btree ("status");--> statement-breakpoint
CREATE UNIQUE INDEX "sandbox_changes_key" ON "sandbox_changes" USING btree ("client_id","key");--> statement-breakpoint
CREATE UNIQUE INDEX "secrets_name" ON "secrets" USING btree ("scope","name");--> statement-breakpoint
CREATE UNIQUE INDEX "step_attempts_n" ON "step_attempts" USING btree ("run_id","idx","n");--> statement-breakpoint
CREATE INDEX "ticket_entries_ticket" ON "ticket_entries" USING btree ("ticket_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("number");--> statement-breakpoint
CREATE INDEX "tickets_thread" ON "tickets" USING btree ("thread_key");--> statement-breakpoint
CREATE INDEX "tickets_requester" ON "tickets" USING btree ("requester_id","created_at");--> statement-breakpoint
CREATE INDEX "tickets_state" ON "tickets" USING btree ("state","created_at");
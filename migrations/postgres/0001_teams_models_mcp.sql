CREATE TABLE "conversations" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"tenant" text NOT NULL,
	"channel" text NOT NULL,
	"kind" text NOT NULL,
	"user_id" text,
	"reference" jsonb NOT NULL,
	"gone" boolean NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mcp_tools" (
	"id" text PRIMARY KEY NOT NULL,
	"server" text NOT NULL,
	"client_id" text NOT NULL,
	"tool" text NOT NULL,
	"hash" text NOT NULL,
	"definition" jsonb NOT NULL,
	"changed_hash" text,
	"changed_definition" jsonb,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"accepted_by" text,
	"accepted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "model_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"client_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"model" text NOT NULL,
	"outcome" text NOT NULL,
	"requests" integer NOT NULL,
	"prompt_tokens" integer NOT NULL,
	"cached_tokens" integer NOT NULL,
	"completion_tokens" integer NOT NULL,
	"reasoning_tokens" integer NOT NULL,
	"estimated" boolean NOT NULL,
	"latency_ms" integer NOT NULL,
	"cost_micros" integer,
	"currency" text
);
--> statement-breakpoint
DROP INDEX "outbox_state";--> statement-breakpoint
DROP INDEX "jobs_due";--> statement-breakpoint
DROP INDEX "outbox_subject";--> statement-breakpoint
DROP INDEX "outbox_target";--> statement-breakpoint
DROP INDEX "tickets_thread";--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_channel" ON "conversations" USING btree ("platform","tenant","channel");--> statement-breakpoint
CREATE INDEX "conversations_user" ON "conversations" USING btree ("platform","tenant","user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "mcp_tools_name" ON "mcp_tools" USING btree ("server","client_id","tool");--> statement-breakpoint
CREATE INDEX "model_runs_client" ON "model_runs" USING btree ("client_id","at");--> statement-breakpoint
CREATE INDEX "model_runs_ticket" ON "model_runs" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at") WHERE "jobs"."done_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_subject" ON "outbox" USING btree ("subject") WHERE "outbox"."subject" is not null;--> statement-breakpoint
CREATE INDEX "outbox_target" ON "outbox" USING btree ("target") WHERE "outbox"."target" is not null;--> statement-breakpoint
CREATE INDEX "tickets_thread" ON "tickets" USING btree ("thread_key","id");
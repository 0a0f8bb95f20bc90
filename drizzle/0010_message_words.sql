ALTER TABLE "message" ADD COLUMN "facts" "bytea";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "posted_at" timestamp (3) with time zone;

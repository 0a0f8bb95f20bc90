CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"kind" text NOT NULL,
	"session" text,
	"booking" uuid,
	"offer" uuid,
	"about_on" date,
	"codes" jsonb NOT NULL,
	"written_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"channel" text,
	"due_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "message_attempt" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "message_attempt_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"message" uuid NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"result" text
);
--> statement-breakpoint
CREATE TABLE "message_preference" (
	"dossier" text PRIMARY KEY NOT NULL,
	"channels" text[],
	"contact" "bytea",
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_subscription" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"endpoint_hash" "bytea" NOT NULL,
	"subscription" "bytea" NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "push_subscription_endpoint_hash_unique" UNIQUE("endpoint_hash")
);
--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_attempt" ADD CONSTRAINT "message_attempt_message_message_id_fk" FOREIGN KEY ("message") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_preference" ADD CONSTRAINT "message_preference_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscription" ADD CONSTRAINT "push_subscription_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_dossier" ON "message" USING btree ("dossier","written_at");--> statement-breakpoint
CREATE INDEX "message_waiting" ON "message" USING btree ("due_at") WHERE "message"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "message_undelivered" ON "message" USING btree ("settled_at") WHERE "message"."state" = 'undelivered';--> statement-breakpoint
CREATE UNIQUE INDEX "message_one_reminder" ON "message" USING btree ("booking","kind","about_on") WHERE "message"."about_on" is not null;--> statement-breakpoint
CREATE INDEX "message_attempt_message" ON "message_attempt" USING btree ("message");--> statement-breakpoint
CREATE INDEX "push_subscription_dossier" ON "push_subscription" USING btree ("dossier");
CREATE TABLE "callback_ask" (
	"code" text PRIMARY KEY NOT NULL,
	"callback" uuid NOT NULL,
	"key_hash" "bytea" NOT NULL,
	"device" "bytea",
	"window_start" timestamp (3) with time zone NOT NULL,
	"window_end" timestamp (3) with time zone NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	CONSTRAINT "callback_ask_key_hash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
DROP INDEX "callback_window";--> statement-breakpoint
ALTER TABLE "callback" ADD COLUMN "office" text;--> statement-breakpoint
ALTER TABLE "callback" ADD COLUMN "round_from" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "callback" ADD COLUMN "handed_on_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "key_hash" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "service" text NOT NULL;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "answer_by" date NOT NULL;--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "contact_deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "callback_ask" ADD CONSTRAINT "callback_ask_callback_callback_id_fk" FOREIGN KEY ("callback") REFERENCES "public"."callback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callback_ask_callback" ON "callback_ask" USING btree ("callback");--> statement-breakpoint
CREATE INDEX "callback_ask_window" ON "callback_ask" USING btree ("window_start") WHERE "callback_ask"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_office_office_id_fk" FOREIGN KEY ("office") REFERENCES "public"."office"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_office_office_id_fk" FOREIGN KEY ("office") REFERENCES "public"."office"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "callback_queue" ON "callback" USING btree ("window_start","opened_at","id") WHERE "callback"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "callback_dossier" ON "callback" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "callback_contact_kept" ON "callback" USING btree ("closed_at") WHERE "callback"."contact_deleted_at" is null;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_key_hash_unique" UNIQUE("key_hash");
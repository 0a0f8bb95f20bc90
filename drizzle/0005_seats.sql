CREATE TABLE "seat_hold" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session" text NOT NULL,
	"dossier" text NOT NULL,
	"kind" text NOT NULL,
	"assisted" boolean NOT NULL,
	"extended" integer DEFAULT 0 NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "booking" ADD COLUMN "assisted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "seat_event" ADD COLUMN "hold" uuid;--> statement-breakpoint
ALTER TABLE "seat_event" ADD COLUMN "until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seat_hold" ADD CONSTRAINT "seat_hold_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seat_hold" ADD CONSTRAINT "seat_hold_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "seat_hold_one_per_person" ON "seat_hold" USING btree ("session","dossier") WHERE "seat_hold"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "seat_hold_dossier" ON "seat_hold" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "seat_hold_until" ON "seat_hold" USING btree ("until") WHERE "seat_hold"."ended_at" is null;
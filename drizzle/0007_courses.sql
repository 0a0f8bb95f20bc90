CREATE TABLE "attendance" (
	"session" text NOT NULL,
	"dossier" text NOT NULL,
	"meeting_on" date NOT NULL,
	"status" text NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attendance_session_dossier_meeting_on_pk" PRIMARY KEY("session","dossier","meeting_on")
);
--> statement-breakpoint
CREATE TABLE "needs" (
	"dossier" text PRIMARY KEY NOT NULL,
	"needs" "bytea" NOT NULL,
	"kept_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "called_off_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "most_meetings" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "needs" ADD CONSTRAINT "needs_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attendance_dossier" ON "attendance" USING btree ("dossier");
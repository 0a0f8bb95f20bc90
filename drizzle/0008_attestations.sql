CREATE SEQUENCE "public"."attestation_place" INCREMENT BY 1 MINVALUE 0 MAXVALUE 9223372036854775807 START WITH 0 CACHE 1;--> statement-breakpoint
CREATE TABLE "attestation" (
	"id" text PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"kind" text NOT NULL,
	"issuer" text NOT NULL,
	"kid" text NOT NULL,
	"place" integer NOT NULL,
	"reference" text NOT NULL,
	"on" date NOT NULL,
	"session" text,
	"hours" integer,
	"level" text,
	"course_language" text,
	"text" "bytea" NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"revoked_for" text,
	CONSTRAINT "attestation_place_unique" UNIQUE("place"),
	CONSTRAINT "attestation_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "signing_key" (
	"kid" text PRIMARY KEY NOT NULL,
	"issuer" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"secret" "bytea",
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_kid_signing_key_kid_fk" FOREIGN KEY ("kid") REFERENCES "public"."signing_key"("kid") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attestation" ADD CONSTRAINT "attestation_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attestation_dossier" ON "attestation" USING btree ("dossier");--> statement-breakpoint
CREATE UNIQUE INDEX "attestation_standing" ON "attestation" USING btree ("dossier","kind",coalesce(session, '')) WHERE revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "signing_key_current" ON "signing_key" USING btree ("issuer") WHERE ended_at is null;
CREATE TABLE "booking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session" text NOT NULL,
	"dossier" text NOT NULL,
	"booked_at" timestamp (3) with time zone NOT NULL,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "course" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"office" text NOT NULL,
	"course_language" text,
	"level" text,
	"hours" integer
);
--> statement-breakpoint
CREATE TABLE "idempotent_answer" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"answer" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotent_answer_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "seat_event" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seat_event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"session" text NOT NULL,
	"dossier" text NOT NULL,
	"booking" uuid,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"channel" text NOT NULL,
	"device" "bytea",
	"idempotency_key" text
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"course" text NOT NULL,
	"spoken_languages" text[] NOT NULL,
	"starts_on" date NOT NULL,
	"weekdays" integer[] NOT NULL,
	"start_time" time NOT NULL,
	"end_time" time NOT NULL,
	"meetings" integer NOT NULL,
	"place" text NOT NULL,
	"seats" integer NOT NULL,
	"counter_reserve" integer NOT NULL,
	"childcare" boolean NOT NULL,
	"step_free" boolean,
	"teacher_gender" text
);
--> statement-breakpoint
CREATE TABLE "waiting_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session" text NOT NULL,
	"dossier" text NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	"left_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "dossier" (
	"id" text PRIMARY KEY NOT NULL,
	"commune" text NOT NULL,
	"language" text NOT NULL,
	"number_hash" "bytea",
	"name_hash" "bytea" NOT NULL,
	"person_key" "bytea",
	"person" "bytea",
	"outcome" text NOT NULL,
	"reasons" text[] NOT NULL,
	"reference_date" date NOT NULL,
	"rules" text NOT NULL,
	"may_follow_voluntarily" boolean,
	"decided_on" date NOT NULL,
	"confirmed_on" date,
	"register_by_printed" date,
	"closed_on" date,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dossier_number_hash_unique" UNIQUE("number_hash")
);
--> statement-breakpoint
CREATE TABLE "step_done" (
	"dossier" text NOT NULL,
	"step" text NOT NULL,
	"on" date NOT NULL,
	"office" text,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "step_done_dossier_step_pk" PRIMARY KEY("dossier","step")
);
--> statement-breakpoint
CREATE TABLE "suspension" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "suspension_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"dossier" text NOT NULL,
	"from" date NOT NULL,
	"until" date,
	"recorded_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "task_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"dossier" text,
	"other" text,
	"codes" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "callback" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"dossier" text,
	"topic" text NOT NULL,
	"language" text NOT NULL,
	"way" text NOT NULL,
	"contact" "bytea",
	"person_hash" "bytea" NOT NULL,
	"pick_up" text NOT NULL,
	"other_person" "bytea",
	"may_say_who" boolean NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"window_end" timestamp (3) with time zone NOT NULL,
	"channel" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"claimed_by" text,
	"claimed_until" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"outcome" text,
	"contact_deleted_at" timestamp (3) with time zone,
	CONSTRAINT "callback_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "callback_attempt" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "callback_attempt_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"callback" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"result" text NOT NULL,
	"by" text
);
--> statement-breakpoint
CREATE TABLE "complaint" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"dossier" text,
	"subject" text NOT NULL,
	"commune" text,
	"office" text,
	"language" text NOT NULL,
	"words" "bytea",
	"contact" "bytea",
	"channel" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "complaint_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "intake_event" (
	"event_hash" "bytea" PRIMARY KEY NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"recorded_on" date NOT NULL,
	"commune" text NOT NULL,
	"outcome" text NOT NULL,
	"reasons" text[],
	"reference_date" date,
	"rules" text,
	"may_follow_voluntarily" boolean,
	"dossier" text,
	"taken_in_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quarantine" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "quarantine_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"line_hash" "bytea" NOT NULL,
	"line" "bytea" NOT NULL,
	"line_number" integer NOT NULL,
	"event_hash" "bytea",
	"codes" text[] NOT NULL,
	"times_seen" integer NOT NULL,
	"first_seen_at" timestamp (3) with time zone NOT NULL,
	"corrected_at" timestamp (3) with time zone,
	CONSTRAINT "quarantine_line_hash_unique" UNIQUE("line_hash")
);
--> statement-breakpoint
CREATE TABLE "journal" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "journal_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"channel" text NOT NULL,
	"action" text NOT NULL,
	"dossier" text,
	"codes" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journal_link" (
	"position" bigint PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "journal_link_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "mark" (
	"name" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "office" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_fr" text NOT NULL,
	"name_nl" text NOT NULL,
	"commune" text,
	"street" text,
	"number" text,
	"postcode" text,
	"phone" text,
	"email" text,
	"post_address" text,
	"hours" text,
	"languages" text[] NOT NULL,
	"step_free" boolean,
	"last_checked" date,
	"demonstration" boolean DEFAULT false NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "challenge" (
	"id_hash" "bytea" PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_code" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "passkey" (
	"id" text PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in" (
	"id" text PRIMARY KEY NOT NULL,
	"dossier" text NOT NULL,
	"by" text NOT NULL,
	"shared_device" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_attempt_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"code_hash" "bytea" NOT NULL,
	"device" "bytea",
	"at" timestamp (3) with time zone NOT NULL,
	"succeeded" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking" ADD CONSTRAINT "booking_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "course" ADD CONSTRAINT "course_office_office_id_fk" FOREIGN KEY ("office") REFERENCES "public"."office"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_course_course_id_fk" FOREIGN KEY ("course") REFERENCES "public"."course"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_session_session_id_fk" FOREIGN KEY ("session") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_entry" ADD CONSTRAINT "waiting_entry_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_done" ADD CONSTRAINT "step_done_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspension" ADD CONSTRAINT "suspension_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_other_dossier_id_fk" FOREIGN KEY ("other") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback" ADD CONSTRAINT "callback_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "callback_attempt" ADD CONSTRAINT "callback_attempt_callback_callback_id_fk" FOREIGN KEY ("callback") REFERENCES "public"."callback"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_event" ADD CONSTRAINT "intake_event_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter_code" ADD CONSTRAINT "letter_code_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_dossier_dossier_id_fk" FOREIGN KEY ("dossier") REFERENCES "public"."dossier"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "booking_one_per_person" ON "booking" USING btree ("session","dossier") WHERE "booking"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "booking_dossier" ON "booking" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "seat_event_session" ON "seat_event" USING btree ("session");--> statement-breakpoint
CREATE INDEX "session_course" ON "session" USING btree ("course");--> statement-breakpoint
CREATE INDEX "session_starts_on" ON "session" USING btree ("starts_on");--> statement-breakpoint
CREATE UNIQUE INDEX "waiting_entry_one_per_person" ON "waiting_entry" USING btree ("session","dossier") WHERE "waiting_entry"."left_at" is null;--> statement-breakpoint
CREATE INDEX "waiting_entry_dossier" ON "waiting_entry" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "dossier_name_hash" ON "dossier" USING btree ("name_hash");--> statement-breakpoint
CREATE INDEX "dossier_commune" ON "dossier" USING btree ("commune");--> statement-breakpoint
CREATE INDEX "suspension_dossier" ON "suspension" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "task_dossier" ON "task" USING btree ("dossier");--> statement-breakpoint
CREATE UNIQUE INDEX "callback_one_open" ON "callback" USING btree ("person_hash","topic") WHERE "callback"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "callback_window" ON "callback" USING btree ("window_start");--> statement-breakpoint
CREATE INDEX "callback_attempt_callback" ON "callback_attempt" USING btree ("callback");--> statement-breakpoint
CREATE INDEX "intake_event_dossier" ON "intake_event" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "quarantine_event_hash" ON "quarantine" USING btree ("event_hash");--> statement-breakpoint
CREATE INDEX "journal_dossier" ON "journal" USING btree ("dossier","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "letter_code_one_works" ON "letter_code" USING btree ("dossier") WHERE "letter_code"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "passkey_dossier" ON "passkey" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "sign_in_dossier" ON "sign_in" USING btree ("dossier");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_code" ON "sign_in_attempt" USING btree ("code_hash","at");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_device" ON "sign_in_attempt" USING btree ("device","at");
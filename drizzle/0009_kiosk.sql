ALTER TABLE "sign_in" ADD COLUMN "kiosk" boolean DEFAULT false NOT NULL;

import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table files
      add column finding text check (length(finding) between 1 and 200),
      add constraint files_infected_has_finding check ((state = 'infected') = (finding is not null));
    -- Sent again, the same harmful file is the same finding.
    create unique index files_findings on files (tenant_id, owner_id, sha256)
      where state = 'infected' and discarded_at is null;
    create index files_quarantine on files (tenant_id, created_at desc, id) where state = 'infected';
    comment on column files.finding is 'What the scanner called the malware; the bytes lie apart, where no link leads.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index files_quarantine;
    drop index files_findings;
    alter table files drop constraint files_infected_has_finding, drop column finding;
  `);
}

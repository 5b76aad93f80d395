-- On a young table PostgreSQL took this index for the key's own, and read every answer of the tenant; without the tenant in
-- front only the sweep of expired answers can use it.
drop index idempotencia_expira;
create index idempotencia_expira on idempotencia (expira);

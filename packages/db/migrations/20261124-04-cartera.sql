-- Arrears: rates and wages of each utility, orders for the field, notices, payment agreements.

-- Late interest of uses that are not residential (C. de Co. art. 884), as a simple yearly rate.
create table tasas_mora (
  tenant_id text not null references tenants,
  mes text not null constraint tasas_mora_mes check (mes ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  tasa_anual numeric not null,
  interes_bancario numeric, -- corriente, of the Superintendencia Financiera, for the ceiling
  norma text not null,
  user_id bigint,
  created_at timestamptz not null default now(),
  primary key (tenant_id, mes),
  constraint tasas_mora_tope check (tasa_anual >= 0 and (interes_bancario is null or tasa_anual <= interes_bancario * 1.5))
);

-- Years that the program does not bring, or brings wrong (dominio 2.8).
create table salarios_minimos (
  tenant_id text not null references tenants,
  anio integer not null constraint salarios_minimos_anio check (anio between 2000 and 2199),
  valor bigint not null constraint salarios_minimos_valor check (valor > 0),
  norma text not null,
  user_id bigint,
  created_at timestamptz not null default now(),
  primary key (tenant_id, anio)
);

-- ---------------------------------------------------------------- the second lock, and what the program may do

select proteger_tabla(tabla::regclass) from unnest(array['tasas_mora', 'salarios_minimos']) tabla;
grant update on tasas_mora, salarios_minimos to cunservicios_app;

comment on table tasas_mora is 'Yearly rate of late interest of a month, for uses that are not residential.';
comment on table salarios_minimos is 'Minimum wage of a year that the program does not bring.';

-- Print runs: files of bills in walking order, made chunk by chunk.

alter table archivos
  drop constraint archivos_codificacion,
  add constraint archivos_codificacion check (codificacion in ('utf-8', 'windows-1252', 'binario'));

-- One file of a print run: its bills, fixed when the run is planned, and what came of it.
create table impresos (
  tenant_id text not null,
  ejecucion_id bigint not null,
  lote integer not null,
  nombre text not null,
  facturas bigint[] not null, -- ids in walking order: an account that moves during the run is not lost nor printed twice
  archivo_id bigint, -- null: still to be made
  paginas integer,
  primary key (tenant_id, ejecucion_id, lote),
  foreign key (tenant_id, ejecucion_id) references ejecuciones on delete cascade,
  foreign key (tenant_id, archivo_id) references archivos
);
create index impresos_archivo on impresos (tenant_id, archivo_id) where archivo_id is not null;
select proteger_tabla('impresos');
grant update (archivo_id, paginas) on impresos to cunservicios_app;
comment on table impresos is 'A file of a print run: which bills, in which order, and the file itself when it is made.';

-- Notes on lines of third parties; tariffs corrected for all accounts at once.

-- What a note moves of somebody else's money; factura_terceros keeps what the bill was issued with.
create table nota_terceros (
  tenant_id text not null,
  nota_id bigint not null,
  tercero_id bigint not null,
  valor bigint not null constraint nota_terceros_valor check (valor <> 0),
  primary key (tenant_id, nota_id, tercero_id),
  foreign key (tenant_id, nota_id) references notas,
  foreign key (tenant_id, tercero_id) references terceros
);
create index nota_terceros_tercero on nota_terceros (tenant_id, tercero_id, nota_id);
create trigger nota_terceros_solo_filas_nuevas before update or delete on nota_terceros
  for each row execute function prohibir_cambio();
select proteger_tabla('nota_terceros');
comment on table nota_terceros is 'The part of a note that is a third party''s money, from the moment it is applied.';

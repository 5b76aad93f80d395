-- Reading and applying a bank's collection file are runs.
alter table ejecuciones
  drop constraint ejecuciones_tipo,
  add constraint ejecuciones_tipo check (tipo in (
    'liquidar', 'emitir', 'importar_clientes', 'importar_lecturas', 'importar_tarifas', 'importar_cargos', 'impacto_tarifas',
    'imprimir', 'prever_correccion', 'aplicar_correccion', 'cargar_recaudo', 'aplicar_recaudo'));

-- How many rows of each file wait for a person, without reading the others.
create index recaudos_por_resolver_de on recaudos (tenant_id, archivo_recaudo_id) where estado in ('no_identificado', 'duplicado', 'invalido');
create index archivos_recaudo_estados on archivos_recaudo (tenant_id, estado, id desc);
create index recaudos_referencia on recaudos (tenant_id, referencia);

alter table perfiles_banco add column nombre text not null default '';
grant update (nombre) on perfiles_banco to cunservicios_app;

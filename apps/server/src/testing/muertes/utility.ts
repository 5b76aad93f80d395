// A utility for the drill, written by SQL: every kind of account, charges of a third party, late interest, bills unpaid.
import type pg from 'pg';

export const TENANT = 'muertes';

/** `cuentas` accounts in one cycle, each with its meter at its first dial. Some are of estrato 1 to 6, some are shops. */
export const fillUtility = (owner: pg.Client, cuentas: number) =>
  owner.query(`
    insert into tenants (id, nombre, altitud_msnm, ajustes) values ('${TENANT}', 'Muertes', 2120, '{"interes_mora": true}');
    insert into users (tenant_id, email, password_hash, roles) values ('${TENANT}', 'muertes@ejemplo.co', '-', '{admin}');
    insert into ciclos (tenant_id, codigo, nombre, periodicidad) values ('${TENANT}', '1', 'Uno', 'mensual');
    insert into terceros (tenant_id, codigo, nombre) values ('${TENANT}', 'aseo', 'Aseo');
    insert into tasas_mora (tenant_id, mes, tasa_anual, norma)
      select '${TENANT}', to_char(m, 'YYYY-MM'), 0.24, 'Prueba' from generate_series(date '2020-01-01', date '2035-12-01', '1 month') m;
    insert into clientes (tenant_id, numero_cuenta, nombre, direccion, uso, estrato, ciclo_id)
      select '${TENANT}', 'C-' || lpad(n::text, 8, '0'), 'Cliente ' || n, 'Calle ' || n, case when n % 20 = 0 then 'comercial' else 'residencial' end,
        case when n % 20 = 0 then null else 1 + n % 6 end, (select id from ciclos where tenant_id = '${TENANT}')
      from generate_series(1, ${cuentas}) n;
    insert into medidores (tenant_id, cliente_id, serial, instalado_en, lectura_instalacion)
      select tenant_id, id, 'M-' || substr(numero_cuenta, 3), '2019-12-31', id * 37 % 5000 from clientes where tenant_id = '${TENANT}';
    insert into tarifas (tenant_id, vigente_desde, fuente, servicios, factores) values ('${TENANT}', '2020-01-01', 'Prueba',
      '{"acueducto": {"cargo_fijo": "4276.37", "consumo": "1322.96"}, "alcantarillado": {"cargo_fijo": "1964.59", "consumo": "923.48"}}',
      '{"residencial": {"1": "-0.30", "2": "-0.20", "3": "0", "4": "0", "5": "0.50", "6": "0.60"}, "comercial": "0.50", "industrial": "0.30", "oficial": "0", "especial": "0"}');
    analyze`);

/** What a month brings: a reading of all meters but one in 13, a line of aseo for one in 7, another charge for one in 11. */
export const addMonth = (owner: pg.Client, desde: string, hasta: string) =>
  owner.query(`
    insert into lecturas (tenant_id, medidor_id, fecha_lectura, lectura_m3, tipo)
      select m.tenant_id, m.id, '${hasta}', m.lectura_instalacion + (5 + m.id * 7 % 31) * (extract(year from date '${hasta}') * 12
        + extract(month from date '${hasta}') - 2020 * 12) + m.id * extract(month from date '${hasta}')::int % 5, 'real'
      from medidores m where m.tenant_id = '${TENANT}' and (m.id + extract(month from date '${hasta}')::int) % 13 <> 0;
    insert into cargos (tenant_id, cliente_id, origen, referencia, servicio, codigo, concepto, valor_unitario, valor, tercero_id, desde)
      select c.tenant_id, c.id, case when c.id % 7 = 0 then 'tercero' else 'otro' end, '${desde} ' || c.id, 'aseo', 'aseo', 'Aseo', '18500', 18500 + c.id % 100,
        case when c.id % 7 = 0 then (select id from terceros where tenant_id = '${TENANT}') end, '${desde}'
      from clientes c where c.tenant_id = '${TENANT}' and (c.id % 7 = 0 or c.id % 11 = 0) order by c.id;
    analyze lecturas; analyze cargos`);

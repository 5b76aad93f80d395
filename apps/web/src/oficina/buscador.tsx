import { formatPesos } from '@cunservicios/domain/pesos';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Button,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { hasRole } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import type { Rol } from '../core/session.ts';
import { trpc } from '../core/trpc.ts';
import { useRetardo } from '../core/use-retardo.ts';

type Accion = { href: string; texto: string; roles?: readonly Rol[] };

const ACCIONES: readonly Accion[] = [
  { href: '/oficina/clientes-nuevo', texto: 'Crear un cliente', roles: ['admin', 'atencion'] },
  { href: '/oficina/periodos', texto: 'Ver periodos y liquidar' },
  { href: '/oficina/notas?estado=pendiente', texto: 'Ver las notas que esperan a otra persona' },
  { href: '/oficina/tarifas', texto: 'Ver tarifas y simular' },
  {
    href: '/oficina/tarifas/nueva',
    texto: 'Escribir unas tarifas y medir su impacto',
    roles: ['admin', 'facturacion'],
  },
  { href: '/oficina/tarifas/correcciones', texto: 'Corregir una tarifa para todas las cuentas' },
  { href: '/oficina/recuperaciones', texto: 'Ver el consumo recuperado' },
  { href: '/oficina/pagos', texto: 'Ver los pagos', roles: ['admin', 'recaudo', 'consulta'] },
  { href: '/oficina/pagos/registrar', texto: 'Registrar un pago', roles: ['admin', 'recaudo'] },
  {
    href: '/oficina/pagos/reversos?estado=pendiente',
    texto: 'Ver los pagos por deshacer',
    roles: ['admin', 'recaudo', 'consulta'],
  },
  { href: '/oficina/caja', texto: 'Abrir o cerrar mi caja', roles: ['admin', 'recaudo'] },
  { href: '/oficina/cajas', texto: 'Ver las cajas', roles: ['admin', 'recaudo', 'consulta'] },
  {
    href: '/oficina/pasarela',
    texto: 'Ver los pagos en línea y sus novedades',
    roles: ['admin', 'recaudo', 'consulta', 'atencion'],
  },
  { href: '/oficina/pasarela?ver=ajustes', texto: 'Configurar la pasarela de pagos', roles: ['admin'] },
  { href: '/oficina/cartera', texto: 'Ver las cuentas por suspender' },
  { href: '/oficina/cartera/ordenes', texto: 'Ver las órdenes de trabajo' },
  { href: '/oficina/cartera/convenios', texto: 'Ver los convenios de pago' },
  { href: '/oficina/cartera/parametros', texto: 'Cargar tasas de mora y salario mínimo' },
  { href: '/oficina/terceros', texto: 'Ver terceros y lo que se les factura' },
  {
    href: '/oficina/importar',
    texto: 'Importar clientes o lecturas',
    roles: ['admin', 'facturacion', 'atencion', 'lector'],
  },
  { href: '/oficina/pqrs', texto: 'Ver la cola de PQR' },
  { href: '/oficina/usuarios', texto: 'Ver los usuarios', roles: ['admin'] },
  { href: '/oficina/ajustes', texto: 'Cambiar los ajustes de la empresa', roles: ['admin'] },
  { href: '/mi-usuario', texto: 'Cambiar mi contraseña' },
];

/** One box for everything: Ctrl+K from anywhere. */
export function Buscador() {
  const [abierto, setAbierto] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setAbierto(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button className="busca" onPress={() => setAbierto(true)} aria-keyshortcuts="Control+K">
        <Lupa />
        <span className="solo-ancho">Buscar cuenta, nombre, medidor…</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </Button>
      <ModalOverlay className="velo" isOpen={abierto} onOpenChange={setAbierto} isDismissable>
        <Modal className="ventana paleta denso">
          <Dialog aria-label="Buscar">
            <Paleta cerrar={() => setAbierto(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </>
  );
}

function Paleta({ cerrar }: { cerrar: () => void }) {
  const [texto, setTexto] = useState('');
  const q = useRetardo(texto.trim(), 200);
  const clientes = useQuery(
    trpc.clientes.list.queryOptions(
      { q, limit: 7 },
      { enabled: q.length > 1, placeholderData: keepPreviousData, trpc: { abortOnUnmount: true } },
    ),
  );
  const found = q.length > 1 ? (clientes.data?.items ?? []) : [];
  const mios = useUser()?.roles ?? [];
  const acciones = ACCIONES.filter(
    (accion) =>
      (!accion.roles || hasRole(mios, ...accion.roles)) &&
      accion.texto.toLowerCase().includes(texto.trim().toLowerCase()),
  );

  return (
    <Autocomplete inputValue={texto} onInputChange={setTexto}>
      <SearchField aria-label="Buscar" className="entrada">
        <Lupa />
        <Input placeholder="Cuenta, nombre, documento, medidor, factura o radicado" maxLength={100} autoFocus />
      </SearchField>
      <Menu
        className="opciones"
        aria-label="Resultados"
        onAction={cerrar}
        renderEmptyState={() => <p className="suave">Nada coincide.</p>}
      >
        {found.length > 0 && (
          <MenuSection>
            <Header>Clientes</Header>
            {found.map(({ numero_cuenta, nombre, direccion, saldo }) => (
              <MenuItem
                key={numero_cuenta}
                id={numero_cuenta}
                className="opcion-lista"
                href={`/oficina/clientes/${encodeURIComponent(numero_cuenta)}`}
                textValue={nombre}
              >
                <span>
                  {nombre} · {numero_cuenta}
                </span>
                <span className="suave chico">
                  {direccion} · debe {formatPesos(saldo)}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {acciones.length > 0 && (
          <MenuSection>
            <Header>Acciones</Header>
            {acciones.map(({ href, texto }) => (
              <MenuItem key={href} id={href} className="opcion-lista" href={href}>
                {texto}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        {q.length > 1 && (
          <MenuSection>
            <Header>Buscar «{q}»</Header>
            <MenuItem id="todos" className="opcion-lista" href={`/oficina/clientes?q=${encodeURIComponent(q)}`}>
              Todos los clientes que coinciden
            </MenuItem>
            {!q.includes(' ') && (
              <MenuItem id="factura" className="opcion-lista" href={`/oficina/facturas/${encodeURIComponent(q)}`}>
                La factura con ese número
              </MenuItem>
            )}
            {/pqr/i.test(q) && (
              <MenuItem id="pqr" className="opcion-lista" href={`/oficina/pqrs/${encodeURIComponent(q.toUpperCase())}`}>
                La PQR con ese radicado
              </MenuItem>
            )}
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  );
}

const Lupa = () => (
  <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
    <path d="M13 13l4.5 4.5" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
  </svg>
);

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';

type Pestana = { id: string; titulo: string; contenido: () => ReactNode };

/** Tabs whose choice the caller keeps, usually in the address. Only the open one is drawn. */
export const Pestanas = ({
  nombre,
  abierta,
  abrir,
  pestanas,
}: {
  nombre: string;
  abierta: string;
  abrir: (id: string) => void;
  pestanas: Pestana[];
}) => (
  <Tabs className="pestanas" selectedKey={abierta} onSelectionChange={(key) => abrir(String(key))}>
    <TabList aria-label={nombre}>
      {pestanas.map(({ id, titulo }) => (
        <Tab key={id} id={id}>
          {titulo}
        </Tab>
      ))}
    </TabList>
    {pestanas.map(({ id, contenido }) => (
      <TabPanel key={id} id={id}>
        {contenido()}
      </TabPanel>
    ))}
  </Tabs>
);

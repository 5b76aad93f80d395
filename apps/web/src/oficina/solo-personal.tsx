import { Outlet } from '@tanstack/react-router';
import { isStaff } from '../core/roles.ts';
import { useUser } from '../core/session.ts';
import { Prohibida } from '../ui/whole-page.tsx';

export function SoloPersonal() {
  const user = useUser();
  if (!user || !isStaff(user.roles)) return <Prohibida quien="el personal de la empresa" />;
  return (
    <div className="denso">
      <Outlet />
    </div>
  );
}

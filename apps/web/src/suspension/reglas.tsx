/** The path to a suspension, and what the law asks at each step. */
export const ReglasSuspension = () => (
  <details className="tarjeta no-imprime">
    <summary>Qué exige la ley antes de suspender un servicio</summary>
    <ol className="numerada">
      <li>
        <strong>La deuda.</strong> La cuenta debe las facturas vencidas que fija la empresa en sus ajustes: como máximo
        tres periodos si se factura cada mes, o dos si es cada dos meses (Ley 142 de 1994, art. 140). Lo que está en
        reclamo no cuenta.
      </li>
      <li>
        <strong>El aviso.</strong> Se entrega al usuario un aviso escrito y se registra aquí. Desde ese día corren los
        días hábiles que fija la empresa para que pague o reclame. Un aviso vale mientras se deba la factura por la que
        se hizo.
      </li>
      <li>
        <strong>La orden.</strong> Cuando el plazo del aviso termina, se ordena la suspensión y alguien va al predio.
        Solo si de verdad se suspendió se cobra, hasta el 1,4 % del salario mínimo (Resolución CRA 424 de 2007).
      </li>
      <li>
        <strong>La vuelta.</strong> Cuando el usuario paga o firma un convenio, el programa ordena solo la
        reinstalación: hay 24 horas para devolver el servicio (Decreto-ley 19 de 2012, art. 42).
      </li>
    </ol>
    <p>
      <strong>No se suspende</strong> a quien tiene un reclamo o recurso sin responder (Ley 142 de 1994, art. 155), un
      convenio de pago vigente, ni a una persona protegida. El programa las deja fuera y dice por qué.
    </p>
  </details>
);

-- Run once by the postgres image, when its volume is empty. The owner changes the schema; the program
-- works as cunservicios_app, which owns nothing and is held by row-level security.
\set ON_ERROR_STOP on
\getenv clave_duena DATABASE_OWNER_PASSWORD
\getenv clave_app DATABASE_APP_PASSWORD

create role cunservicios login password :'clave_duena';
create role cunservicios_app login password :'clave_app'
  nosuperuser nocreatedb nocreaterole nobypassrls;

-- Behind a pooler no setting of a session lasts, so these belong to the role.
alter role cunservicios_app set timezone = 'UTC';
alter role cunservicios_app set statement_timeout = '60s';
alter role cunservicios_app set idle_in_transaction_session_timeout = '60s';

create database cunservicios owner cunservicios;
revoke all on database cunservicios from public;
grant connect on database cunservicios to cunservicios_app;

alter table document_section alter column text set data type varchar(50000);

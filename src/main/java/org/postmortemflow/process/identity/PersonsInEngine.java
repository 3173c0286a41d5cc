package org.postmortemflow.process.identity;

import java.util.List;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.springframework.stereotype.Component;

/**
 * The engine's tables. Its services change no history, so these columns are changed as ours are; of running work only what the engine
 * reads anew each time.
 */
@Component
class PersonsInEngine implements PersonRecords {

    @Override
    public String room() {
        return "Engine";
    }

    @Override
    public List<PersonTable> tables() {
        return List.of(
                PersonTable.of("act_id_membership").ownRows("user_id_"),
                PersonTable.of("act_id_info").ownRows("user_id_"),
                PersonTable.of("act_id_tenant_member").ownRows("user_id_"),
                PersonTable.of("act_id_user").ownRows("id_"),
                PersonTable.of("act_ru_authorization").ownRows("user_id_"),
                PersonTable.of("act_ru_identitylink").ownRows("user_id_"),
                PersonTable.of("act_ru_filter").ids("owner_"),
                PersonTable.of("act_ru_task").ids("owner_"),
                PersonTable.of("act_ru_variable").codes("text_", "text2_"),
                PersonTable.of("act_ru_job").texts("exception_msg_"),
                PersonTable.of("act_ru_incident").texts("incident_msg_", "annotation_"),
                PersonTable.of("act_ru_batch").ids("create_user_id_"),
                PersonTable.of("act_hi_procinst").ids("start_user_id_").texts("delete_reason_"),
                PersonTable.of("act_hi_actinst").ids("assignee_"),
                PersonTable.of("act_hi_taskinst").ids("owner_", "assignee_").texts("delete_reason_"),
                PersonTable.of("act_hi_identitylink").ids("user_id_", "assigner_id_"),
                PersonTable.of("act_hi_op_log").ids("user_id_").codes("org_value_", "new_value_", "annotation_"),
                PersonTable.of("act_hi_comment").ids("user_id_").texts("message_"),
                PersonTable.of("act_hi_attachment").ids("user_id_").texts("name_", "description_"),
                PersonTable.of("act_hi_decinst").ids("user_id_"),
                PersonTable.of("act_hi_dec_in").codes("text_", "text2_"),
                PersonTable.of("act_hi_dec_out").codes("text_", "text2_"),
                PersonTable.of("act_hi_varinst").codes("text_", "text2_"),
                PersonTable.of("act_hi_detail").codes("text_", "text2_"),
                PersonTable.of("act_hi_batch").ids("create_user_id_"),
                PersonTable.of("act_hi_job_log").texts("job_exception_msg_"),
                PersonTable.of("act_hi_incident").texts("incident_msg_", "annotation_"));
    }
}

/** Names that Vensim keeps for itself, lower case with underscores. */
export const VENSIM_WORDS: readonly string[] = words(`
  time time_step initial_time final_time saveper dmnl units and or not na if abs active_initial allocate_available
  allocate_by_priority arccos arcsin arctan cos cosh delay1 delay1i delay3 delay3i delayp delay_batch
  delay_conveyor delay_fixed delay_information delay_material delay_profile depreciate_bytable
  depreciate_straightline elmcount exp find_zero forecast game gamma_ln get_data_at_time get_time_value
  if_then_else initial integ integer internal_rate_of_return invert_matrix irr ln log lookup_area lookup_backward
  lookup_extrapolate lookup_forward lookup_invert lookup_slope market_price max message min modulo npv power
  probability prod pulse pulse_train qsum quantum queue_age ramp random_normal random_uniform reinitial
  sample_if_true shift_if_true simultaneous sin sinh smooth smooth3 smooth3i smoothi sqrt step sum tabbed_array
  tan tanh time_base time_shift trend tpulse tstep vector_elm_map vector_lookup vector_rank vector_reorder
  vector_select vector_sort_order vmax vmin wip with_lookup xidz zidz
`);

/** Names that XMILE and the programs that read it keep for themselves. */
export const XMILE_WORDS: readonly string[] = words(`
  time dt starttime stoptime pi inf self if then else and or not mod nan abs arccos arcsin arctan cos delay delay1
  delay3 delayn endval exp exprnd forcst history init int irr ln log10 lognormal lookup max mean min normal npv
  poisson previous prod pulse ramp random rank safediv sin size smth1 smth3 smthn sqrt stddev step sum tan trend
  uniform dmnl time_step initial_time final_time saveper
`);

function words(text: string): string[] {
  return text.trim().split(/\s+/u);
}

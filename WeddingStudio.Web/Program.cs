using WeddingStudio.Web.Commands;
if (StudioCommands.IsCommand(args))
    return await StudioCommands.RunAsync(args);
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.Run();
return 0;
public partial class Program;
